from briefing.tui.session.location.history import History, Location

A, B, C, D = (Location(name) for name in "abcd")


def test_back_and_forward() -> None:
    history = History()
    history.leave(A)
    history.leave(B)
    assert history.back(C) == B
    assert history.back(B) == A
    assert history.back(A) is None
    assert history.forward(A) == B
    assert history.forward(B) == C
    assert history.forward(C) is None


def test_a_new_jump_forgets_what_lay_ahead() -> None:
    history = History()
    history.leave(A)
    assert history.back(B) == A
    history.leave(A)
    assert history.forward(D) is None
    assert history.back(D) == A


def test_the_same_place_is_remembered_once() -> None:
    history = History()
    history.leave(A)
    history.leave(A)
    assert history.back(A) is None
    assert history.back(B) is None
