"""Routes that answer everybody the same, whatever is whose."""

EVERYBODYS = (
    "GET /",
    "GET /healthz",
    "GET /static/{hash}/{path:path}",
    "GET /sitemap.xml",
    "GET /robots.txt",
    "GET /sw.js",
    "GET /{locale}/manifest.webmanifest",
    "GET /{locale}/offline",
    "GET /demo/mailbox",
    "GET /demo/mailbox.json",
    "GET /{locale}/",
    "GET /{locale}/services",
    "GET /{locale}/services/{slug}",
    "GET /{locale}/search",
    "GET /{locale}/accessibility",
    "GET /{locale}/reading",
    "GET /{locale}/data-protection",
    "GET /{locale}/contact",
    "GET /{locale}/accessibility/reports",
    "GET /{locale}/outages",
)
