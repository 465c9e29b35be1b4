"""The one place that knows everybody: routes, listeners, jobs, schedules, importers, and what the edge asks for."""
