"""How the documentation is built, without a network, into ``docs/_build/html``.

``uv run --group docs sphinx-build -W --keep-going docs docs/_build/html`` builds it, and fails at
the first link that leads nowhere.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import tipdata

project = "tipdata"
author = "The tipdata maintainers"
copyright = f"{author}; code MIT, data CC BY 4.0"
version = release = tipdata.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "rendered"]
exclude_patterns = ["_build"]
nitpicky = True
nitpick_ignore_regex = [("py:class", ".*")]  # types of other packages, whose pages are elsewhere

myst_heading_anchors = 3
myst_links_external_new_tab = False

default_role = "code"
autodoc_typehints = "none"
autodoc_member_order = "bysource"
napoleon_google_docstring = False
napoleon_use_rtype = False

html_theme = "furo"
html_title = f"tipdata {version}"
html_static_path: list[str] = []
html_show_sphinx = False
html_copy_source = False
html_last_updated_fmt = None
html_domain_indices = False
html_use_index = False
