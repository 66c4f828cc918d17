"""A list of a few options to choose from."""

from textual.widgets import OptionList


class ShortList(OptionList):
    """An option list that bears having no room, where Textual's pages through lines it has not."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nobody turn pages where there is no room to see one.

        Args:
            action: Name of the action.
            parameters: What it was given.
        """
        if action in ("page_down", "page_up") and not self.scrollable_content_region:
            return False
        return super().check_action(action, parameters)
