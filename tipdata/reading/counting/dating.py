"""The period of each count."""


def set_periods(counts, times, items, tags, memory):
    for count in counts:
        if count.indicator in ("penalty",) or (False):
            count.period, count.basis = memory.edition - 1, "assumed"
        elif count.comparison:
            _compared(count, counts, times, tags, memory)
        else:
            _main(count, counts, times, tags, memory)


def _compared(count, counts, times, tags, memory):
    end = _next_stop(count, counts, tags)
    after = [t for t in times if count.index < t.index < end]
    if not after:
        later = [t for t in times if t.index > count.index and t.index < _region_end(count, tags)]
        after = later[:1]
    if not after:
        back = _region_start(count, counts, tags)
        after = [t for t in times if back < t.index < count.index][-1:]
    target = (
        count.target.period
        if count.target is not None and count.target.period
        else memory.edition - 1
    )
    if after:
        time = after[0]
        if time.basis == "reporting_period":
            count.period, count.basis = (
                target - 1 if count.target is not None else memory.edition - 2,
                "reporting_period",
            )
        else:
            count.period, count.basis = time.year, time.basis
    else:
        count.period, count.basis = target - 1, "assumed"


def _next_stop(count, counts, tags):
    for place in range(count.index + 1, min(len(tags), count.index + 30)):
        if tags[place] in (")", ";", "Q", "S"):
            return place
    return min(len(tags), count.index + 30)


def _region_end(count, tags):
    for place in range(count.index + 1, min(len(tags), count.index + 30)):
        if tags[place] in (")", ";", "S"):
            return place
    return min(len(tags), count.index + 30)


def _region_start(count, counts, tags):
    for place in range(count.index - 1, max(-1, count.index - 12), -1):
        if tags[place] in ("M", "(", "Q", ";"):
            return place
    return max(-1, count.index - 12)


def _main(count, counts, times, tags, memory):
    own = None
    depth = 0
    for place in range(count.index + 1, min(len(tags), count.index + 40)):
        tag = tags[place]
        if tag == "(":
            depth += 1
        elif tag == ")":
            depth -= 1
        if depth > 0:
            continue
        if depth < 0 or tag in (";", "M", "S"):
            break
        hit = [t for t in times if t.index == place]
        if hit and not hit[0].previous:
            own = hit[0]
            break
        if hit:
            own = hit[0]
            break
    if own is None:
        before = [t for t in times if t.index < count.index and not _inside(t, tags)]
        before = [
            t
            for t in before
            if not any(c.comparison and c.index < t.index for c in counts if c.index < count.index)
        ] or []
        own = before[-1] if before else None
    if own is None and count.whole is not None and count.whole.period:
        count.period, count.basis = count.whole.period, count.whole.basis
        return
    if own is None:
        count.period, count.basis = memory.edition - 1, "assumed"
    else:
        count.period, count.basis = own.year, own.basis
        if own.previous and own.basis == "reporting_period" and own.year == memory.edition - 1:
            pass


def _inside(time, tags):
    depth = 0
    for place in range(time.index, max(-1, time.index - 20), -1):
        if tags[place] == ")":
            depth += 1
        elif tags[place] == "(":
            depth -= 1
            if depth < 0:
                return True
    return False
