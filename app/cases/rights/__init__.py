"""What the law grants around a decision: more time, days that an outage took, corrections, service, appeal."""
