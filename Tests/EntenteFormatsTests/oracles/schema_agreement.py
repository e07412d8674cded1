"""What an independent implementation of JSON Schema says of every project file here.

Run from the package's root: python3 Tests/EntenteFormatsTests/oracles/schema_agreement.py
Needs: jsonschema 4, PyYAML 6. Writes schema-agreement.txt beside this script: one line for each file
that is YAML, "valid" or "invalid"; files that are not are left out.
"""

import pathlib
import re

import jsonschema
import yaml

here = pathlib.Path(__file__).resolve().parent
root = here.parents[2]


class Loader(yaml.SafeLoader):
    """Types by the core schema of YAML 1.2, and no key twice."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    (
        "float",
        r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
        r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$",
        list("-+.0123456789"),
    ),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
Loader.add_constructor(
    "tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node), 10)
)


def mapping(loader, node):
    pairs = [(loader.construct_object(k, True), loader.construct_object(v, True)) for k, v in node.value]
    keys = [str(key) for key, _ in pairs]
    if len(set(keys)) != len(keys) or "<<" in keys:
        raise yaml.YAMLError("a key twice")
    return dict(zip(keys, (value for _, value in pairs)))


Loader.add_constructor("tag:yaml.org,2002:map", mapping)

schema = jsonschema.Draft7Validator(
    __import__("json").loads((root / "graphs/entente.schema.json").read_text())
)
jsonschema.Draft7Validator.check_schema(schema.schema)
lines = []
for path in sorted((root / "graphs").glob("*.yaml")) + sorted((here.parent / "Broken").glob("*.yaml")):
    try:
        text = path.read_bytes().decode("utf-8")
        # The aliases of an alias bomb would be followed without end.
        if "&a9" in text:
            continue
        document = yaml.load(text, Loader)
    except (yaml.YAMLError, UnicodeDecodeError, TypeError, RecursionError):
        continue
    verdict = "valid" if schema.is_valid(document) else "invalid"
    lines.append(f"{path.parent.name}/{path.name} {verdict}\n")
(here / "schema-agreement.txt").write_text("".join(lines))
