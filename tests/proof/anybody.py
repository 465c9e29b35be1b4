"""Routes that answer everybody alike: see crossing.py for what the words mean."""

ANYBODY = {
    "GET /": "ALL",
    "GET /healthz": "ALL",
    "GET /static/{hash}/{path:path}": "ALL",
    "GET /sitemap.xml": "ALL",
    "GET /robots.txt": "ALL",
    "GET /demo/mailbox": "ALL",
    "GET /demo/mailbox.json": "ALL",
    "GET /{locale}/": "ALL",
    "GET /{locale}/services": "ALL",
    "GET /{locale}/services/{slug}": "ALL",
    "GET /{locale}/search": "ALL",
    "GET /{locale}/accessibility": "ALL",
    "GET /{locale}/reading": "ALL",
    "GET /{locale}/components": "ALL",
    "GET /{locale}/components/{name}": "ALL",
    "GET /{locale}/data-protection": "ALL",
    "GET /{locale}/contact": "ALL",
}
