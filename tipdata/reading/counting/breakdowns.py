"""The breakdown of each count: sex, age, exploitation."""


def set_breakdowns(counts, items, tags, memory):
    for count in counts:
        if count.item.role in ("term", "money"):
            count.traits = {}
            continue
        _complement(count, items, tags)
        if count.whole is not None:
            count.traits = {**count.whole.traits, **count.traits}
        elif count.comparison and count.target is not None and count.how == "compared":
            count.traits = {**count.target.traits, **count.traits}


def _complement(count, items, tags):
    kinds = set()
    for place in range(count.index + 1, min(len(tags), count.index + 16)):
        tag = tags[place]
        if tag in ("Q", ";", "S", "M"):
            break
        traits = items[place].entry.traits
        if traits.get("exploitation"):
            kinds.add(traits["exploitation"])
        if tags[place - 1] == "X" or (tags[place - 1] in "DK" and tags[place - 2] == "X"):
            for name in ("sex", "age"):
                value = traits.get(name) or items[place].entry.noun_traits.get(name)
                if value:
                    count.traits.setdefault(name, value)
    if "exploitation" not in count.traits and len(kinds) == 1:
        count.traits["exploitation"] = kinds.pop()
