"""The addresses of the queue. A reference is drawn at random, and names nobody."""

from mespoints.desk.guarding import address
from mespoints.desk.queue import claims, views

urlpatterns = [
    address("demandes/", views.queue, "queue"),
    address("demandes/nouvelle/", views.new, "new_request"),
    address("demandes/<slug:reference>/", views.record_request, "record_request"),
    address("demandes/<slug:reference>/delivrer/", views.deliver, "deliver"),
    address("reclamations/<slug:reference>/", claims.claim, "claim"),
    address("fichiers/<slug:name>/", views.attachment, "attachment"),
]
