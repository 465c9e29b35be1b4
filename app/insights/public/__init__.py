"""What everybody may know of a year: numbers of each service, rough where they would tell of somebody."""
