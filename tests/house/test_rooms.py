"""Calls go down, news goes up: who may import whom. The floors are those of the README."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]
FLOORS = (
    ("kit",),
    ("people", "forms", "workflow", "connectors"),
    ("catalogue", "notifications", "documents"),
    ("identity", "appointments"),
    ("cases",),
    ("mypage", "desk", "designer", "assistant", "interop", "insights", "codesign"),
    ("wiring",),
    ("main", "worker"),
    ("commands",),
    ("__main__",),
)
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
OPEN = {"kit", "wiring", "commands"}
"""Rooms without a door: their files are imported one by one."""


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("app", cache_dir=None)


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def imports(graph: grimp.ImportGraph) -> set[tuple[str, str]]:
    return {
        (module, imported)
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
        if room(module) and room(imported) and room(module) != room(imported)
    }


def test_every_room_has_a_floor(graph: grimp.ImportGraph) -> None:
    assert {room(module) for module in graph.modules} - {""} <= FLOOR.keys()


def test_calls_go_down(graph: grimp.ImportGraph) -> None:
    upwards = {pair for pair in imports(graph) if FLOOR[room(pair[0])] <= FLOOR[room(pair[1])]}
    assert not upwards


def door_of_a_subject(module: str) -> bool:
    """A crowded room has a door for a subject: a file without anything but what it hands out, named by the door."""
    door = ROOT / "app" / room(module) / "__init__.py"
    file = ROOT / Path(*module.split(".")).with_suffix(".py")
    text = file.read_text("utf-8") if file.exists() else ""
    tree = ast.parse(text).body
    only_hands_out = all(isinstance(node, (ast.Expr, ast.ImportFrom, ast.Assign)) for node in tree)
    return f'"{module.split(".")[2]}"' in door.read_text("utf-8") and "__all__" in text and only_hands_out


def test_rooms_are_entered_by_their_door(graph: grimp.ImportGraph) -> None:
    through_the_wall = {
        pair
        for pair in imports(graph)
        if room(pair[1]) not in OPEN and pair[1].count(".") > 1 and room(pair[0]) != "wiring"
        if not door_of_a_subject(pair[1])
    }
    assert not through_the_wall


def test_the_kit_does_not_go_round_in_circles(graph: grimp.ImportGraph) -> None:
    kit = {module for module in graph.modules if room(module) == "kit" and module.count(".") > 1}
    order = {module: graph.find_modules_directly_imported_by(module) & kit for module in kit}
    assert len(list(TopologicalSorter(order).static_order())) == len(kit)


def test_no_setting_turns_off_what_is_written_down_of_looks(graph: grimp.ImportGraph) -> None:
    writers = {module for module in graph.modules if module.split(".")[-1].startswith("audit")} | {"app.desk.entering"}
    assert "app.kit.audit" in writers
    for module in writers - {"app.commands.audit"}:
        assert not graph.find_modules_directly_imported_by(module) & {"app.kit.settings", "app.kit.setting_types"}


def test_every_table_is_named_where_migrations_look(graph: grimp.ImportGraph) -> None:
    keepers = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for file in (ROOT / "app").rglob("*.py")
        if "table=True" in file.read_text("utf-8")
    }
    assert keepers <= graph.find_modules_directly_imported_by("app.wiring.models")


def test_foreign_keys_are_table_names_and_no_object_reaches_across_rooms() -> None:
    for file in (ROOT / "app").rglob("*.py"):
        names = {node.id for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Name)}
        assert not names & {"Relationship", "relationship"}, file
