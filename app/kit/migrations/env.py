"""Alembic runs this, with the connection and the transaction of app.kit.migrating."""

from alembic import context

given = context.config.attributes
context.configure(
    connection=given["connection"],
    target_metadata=given.get("metadata"),
    render_item=given.get("render"),
    compare_type=True,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
