"""The addresses of the queue. A reference is drawn at random, and names nobody."""

from mespoints.desk.guarding import address
from mespoints.desk.queue import claims, leaving, views

urlpatterns = [
    address("demandes/", views.queue, "queue"),
    address("demandes/nouvelle/", views.new, "new_request"),
    address("demandes/premier-message/", leaving.first_message, "first_message"),
    address("demandes/<slug:reference>/", views.record_request, "record_request"),
    address("demandes/<slug:reference>/delivrer/", leaving.deliver, "deliver"),
    address("reponses/<int:number>/", leaving.reply, "reply"),
    address("reponses/<int:number>/lettre/", leaving.reply_letter, "reply_letter"),
    address("reponses/<int:number>/document/", leaving.reply_document, "reply_document"),
    address("reclamations/<slug:reference>/", claims.claim, "claim"),
    address("fichiers/<slug:name>/", views.attachment, "attachment"),
]
