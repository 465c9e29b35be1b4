"""What the town proves in public, below the locale."""

from starlette.routing import Route

from app.documents.handlers import transparency
from app.kit.edge import reads

ROUTES = [Route("/transparency", reads(transparency.show), name="transparency")]
