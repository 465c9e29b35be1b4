"""What a clerk does with whole parts of the queue: the start page, views that are saved, batches."""
