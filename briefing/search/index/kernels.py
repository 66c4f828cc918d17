"""Which kernel to use; only that one is loaded."""

import sys

from briefing.search.index.kernel import PLAIN_ENTRIES, Kernel


def kernel_for(entries: int) -> Kernel:
    """Return the kernel that answers sooner for so many entries."""
    if entries <= PLAIN_ENTRIES and "numpy" not in sys.modules:
        from briefing.search.index.plain_kernel import PlainKernel

        return PlainKernel()
    from briefing.search.index.numpy_kernel import NumpyKernel

    return NumpyKernel()
