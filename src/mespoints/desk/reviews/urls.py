"""The addresses of reviews. One is named by the reference that its person was given, which says nothing of them."""

from mespoints.desk.guarding import address
from mespoints.desk.reviews import views

urlpatterns = [
    address("verifications/", views.reviews, "reviews"),
    address("verifications/<slug:reference>/", views.review, "review"),
    address("verifications/<slug:reference>/decision/", views.decide_on, "review_decision"),
]
