"""What was reported before: what makes two alike, what may be shown, who sees it too."""
