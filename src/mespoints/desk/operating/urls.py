"""The addresses of the operator's pages."""

from mespoints.desk.guarding import address
from mespoints.desk.operating import audit, views

urlpatterns = [
    address("service/", views.service, "service"),
    address("flux/", views.feeds, "feeds"),
    address("flux/<int:number>/", views.feed, "feed"),
    address("flux/<int:number>/reprise/", views.replay_feed, "replay"),
    address("acces/", audit.accesses, "accesses"),
]
