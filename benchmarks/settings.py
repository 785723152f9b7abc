"""The settings of the service, with an empty view beside its pages (``empty``): what they are compared with."""

from mespoints.config.settings import *  # noqa: F403 - all of them

ROOT_URLCONF = "benchmarks.empty"
