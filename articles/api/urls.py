from django.urls import path, re_path

from articles.api import views

app_name = "api"
urlpatterns = [
    path("", views.explained, name="explained"),
    path("v1/openapi.json", views.description, name="description"),
    path("v1/stories/", views.stories, name="stories"),
    path("v1/stories/<number:pk>/", views.story, name="story"),
    path("v1/editions/", views.editions, name="editions"),
    path("v1/editions/<day:day>/", views.edition, name="edition"),
    path("v1/departments/", views.departments, name="departments"),
    path("v1/officials/", views.officials, name="officials"),
    path("v1/events/", views.events, name="events"),
    path("v1/corrections/", views.corrections, name="corrections"),
    re_path("", views.nothing),
]
