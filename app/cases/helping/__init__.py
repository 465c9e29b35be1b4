"""Acting for somebody in her cases: by a mandate, which each request asks for anew; both names stand on everything."""
