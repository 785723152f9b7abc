"""The addresses of the driver's pages. None holds an identifier: everything hangs on the session's licence."""

from django.urls import include, path

from mespoints.portal import public, views, waiting
from mespoints.portal.asking.views import ask
from mespoints.portal.bareme import bareme
from mespoints.portal.claims import views as claims
from mespoints.portal.client_keys import client_keys
from mespoints.portal.confidential_code import confidential_code
from mespoints.portal.documents.verify import certificates, verify_page
from mespoints.portal.documents.views import documents
from mespoints.portal.letters import views as letters
from mespoints.portal.letters.compte import compte
from mespoints.portal.not_in_file import views as not_in_file
from mespoints.portal.sessions import my_sign_ins
from mespoints.portal.sharing.mine import my_shares
from mespoints.portal.sharing.shown import shared_rights
from mespoints.portal.simulator.views import simulator
from mespoints.portal.whatif.views import what_if

app_name = "portal"

urlpatterns = [
    path("", views.home, name="home"),
    path("mes-points/", views.balance, name="balance"),
    path("mes-points/et-si/", what_if, name="what_if"),
    path("mes-points/agenda.ics", views.agenda, name="agenda"),
    path("mes-points/agenda/<slug:slug>.ics", views.agenda, name="agenda_of_duty"),
    path("mon-permis/", views.licence, name="licence"),
    path("mes-lettres/", letters.letters, name="letters"),
    path("mes-lettres/en-ligne/", compte, name="compte"),
    path("mes-lettres/<slug:slug>.pdf", letters.letter, name="letter"),
    path("mes-documents/", documents, name="documents"),
    path("verifier/", verify_page, name="verify"),
    path("verifier/certificats.pem", certificates, name="certificates"),
    path("mes-partages/", my_shares, name="shares"),
    path("verifier-des-droits/", shared_rights, name="shared_rights"),
    path("mes-reclamations/", claims.claims, name="claims"),
    path("mes-reclamations/<slug:slug>/", claims.claim, name="claim"),
    path("pas-au-fichier/", not_in_file.not_in_file, name="not_in_file"),
    path("pas-au-fichier/suivi/", not_in_file.follow_claim, name="follow_claim"),
    path("pas-au-fichier/ma-reclamation/", not_in_file.followed_claim, name="followed_claim"),
    path("demander-mon-releve/", ask, name="ask"),
    path("delais-des-prefectures/", waiting.waiting, name="waiting"),
    path("delais-des-prefectures.csv", waiting.waiting_csv, name="waiting_csv"),
    path("mon-code/", confidential_code, name="code"),
    path("mes-connexions/", my_sign_ins, name="sign_ins"),
    path("qui-a-consulte/", views.who_looked, name="who_looked"),
    path("simulateur/", simulator, name="simulator"),
    path("bareme/", bareme, name="bareme"),
    *[path(f"{address}/", public.prose(name), name=name) for name, address in public.PROSE.items()],
    path(".well-known/security.txt", public.security, name="security"),
    path(".well-known/jwks.json", client_keys, name="client_keys"),
    path("robots.txt", views.robots, name="robots"),
    path("", include("mespoints.portal.sign_in_urls")),
]
