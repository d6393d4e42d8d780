"""The tables. Every row of personal data carries its person, and every question to them names one."""

from collections.abc import Collection
from datetime import date, datetime
from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Subquery, Value
from django.db.models.functions import Coalesce

from loosen.core.journal import DayPart
from loosen.core.record import USUAL_PROGRAMME


def first_parts() -> list[str]:
    """Return the parts of the day somebody begins with: one is enough."""
    return [DayPart.MORNING.value]


class Theme(models.TextChoices):
    """Which light the pages have."""

    AUTO = "auto", "As the device"
    LIGHT = "light", "Light"
    DARK = "dark", "Dark"


class Contrast(models.TextChoices):
    """How strong edges and text are."""

    AUTO = "auto", "As the device"
    MORE = "more", "More"


class Figure(models.TextChoices):
    """Who is on screen."""

    SAM = "sam", "Sam"
    ADA = "ada", "Ada"
    JOE = "joe", "Joe"
    NOOR = "noor", "Noor"
    KOFI = "kofi", "Kofi"
    PLAIN = "plain", "Line drawing"


class People(BaseUserManager["User"]):
    """Everybody who practises with this home; in a personal home that is one."""

    def owner(self, zone: str) -> "User":
        """Return the one person of a personal home, made on the first start with the machine's time zone."""
        return self.order_by("pk").first() or self.create(login="owner", zone=zone)


class User(AbstractBaseUser):
    """A person: what core.record.Person holds, and how the pages and the player should be for them.

    `programme` is the slug of the one that was chosen, `parts` those of its sessions. `place` and `times` (a part of
    the day and the hour it suits, "07:30") are the person's own and decide nothing. `look` holds the words of a figure
    of the person's own making, such as "skin-5 hair-curly"; where it is empty, `figure` is on screen.

    `facts` grows by one with every entry kept, so that a planned day can tell whether it is still true. `dark_on` is
    the practice day on which the page of a dark day was opened, until Today has said its one line; no answer is kept.
    """

    login = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=60, blank=True)

    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    zone = models.CharField(max_length=64, default="UTC")
    country = models.CharField(max_length=2, blank=True)
    language = models.CharField(max_length=16, default="en")
    programme = models.SlugField(max_length=40, default=USUAL_PROGRAMME, db_index=False)
    usual_pain = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(10)])
    parts = models.JSONField(default=first_parts)
    count_s = models.FloatField(default=1.0, validators=[MinValueValidator(0.8), MaxValueValidator(1.5)])
    positions_off = models.JSONField(default=list, blank=True)
    place = models.CharField(max_length=80, blank=True)
    times = models.JSONField(default=dict, blank=True)

    chime = models.BooleanField(default=True)
    voice = models.BooleanField(default=True)
    tone = models.BooleanField(default=False)
    volume = models.PositiveSmallIntegerField(default=70, validators=[MaxValueValidator(100)])
    still_pictures = models.BooleanField(default=False)
    theme = models.CharField(max_length=8, choices=Theme, default=Theme.AUTO)
    contrast = models.CharField(max_length=8, choices=Contrast, default=Contrast.AUTO)
    figure = models.CharField(max_length=8, choices=Figure, default=Figure.SAM)
    look = models.CharField(max_length=240, blank=True, default="")

    demo = models.BooleanField(default=False, editable=False)
    facts = models.PositiveIntegerField(default=0, editable=False)
    dark_on = models.DateField(null=True, blank=True, editable=False)

    objects: ClassVar[People] = People()

    USERNAME_FIELD = "login"

    def __str__(self) -> str:
        return f"person {self.pk}"


class SignInLink(models.Model):
    """A link that signs a person in once. Only its hash is kept, so reading the database lets nobody in."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    expires = models.DateTimeField()

    def __str__(self) -> str:
        return f"link for person {self.person_id}"


class EntryRows(models.QuerySet["Entry"]):
    """Questions to the journal, as sentences."""

    def of(self, person: User) -> Self:
        """Return what this person told."""
        return self.filter(person=person)

    def since(self, day: date) -> Self:
        """Return what belongs to this practice day or a later one."""
        return self.filter(day__gte=day)

    def until(self, day: date) -> Self:
        """Return what belongs to this practice day or an earlier one."""
        return self.filter(day__lte=day)

    def of_kinds(self, kinds: Collection[str]) -> Self:
        """Return entries of these kinds."""
        return self.filter(kind__in=kinds)

    def other_than(self, kinds: Collection[str]) -> Self:
        """Return entries of all other kinds."""
        return self.exclude(kind__in=kinds)

    def known_by(self, instant: datetime) -> Self:
        """Leave out what is dated later than this instant: it is kept, and waits."""
        return self.filter(at__lte=instant)


class Entry(models.Model):
    """One thing a person told, once; never changed, corrected by a later entry that revises it.

    `uid` was made on the device, a UUIDv7. `payload` is the core's value as JSON, as it stands in the exported record.
    """

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="entries", db_index=False)
    uid = models.CharField(max_length=64)
    kind = models.CharField(max_length=16)
    at = models.DateTimeField()
    zone = models.CharField(max_length=64)
    day = models.DateField()
    revises = models.CharField(max_length=64, blank=True)
    payload = models.TextField()

    objects = EntryRows.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("person", "uid", name="an_entry_sent_twice_exists_once")]
        indexes = [
            models.Index(fields=["person", "day"], name="entry_of_day"),
            models.Index(fields=["person", "kind", "day"], name="entry_of_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of person {self.person_id} on {self.day}"


class PlannedDay(models.Model):
    """The day as it was last planned, for as long as `facts` holds; one row a person, and it may be thrown away."""

    person = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+")
    facts = models.CharField(max_length=160)
    outcome = models.TextField()

    def __str__(self) -> str:
        return f"plan of person {self.person_id}"


class GivenRows(models.QuerySet["GivenDay"]):
    """Questions to what was given, as sentences."""

    def of(self, person: User) -> Self:
        """Return what this person was given."""
        return self.filter(person=person)

    def before(self, day: date) -> Self:
        """Return earlier practice days."""
        return self.filter(day__lt=day)

    def reaching_back_from(self, day: date) -> Self:
        """Return this practice day and later ones, and the last one before it."""
        last = self.before(day).order_by("-day").values("day")[:1]
        return self.filter(day__gte=Coalesce(Subquery(last), Value(day)))

    def last_of_each_day(self) -> list[str]:
        """Return the payload that held at the end of each day, in the order of days."""
        return list(dict(self.order_by("day", "pk").values_list("day", "payload")).values())


class GivenDay(models.Model):
    """What was given on a practice day, with the version of the rules and its reasons: never changed.

    When a new fact changed the day, the later row holds what was given from then on.
    """

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", db_index=False)
    day = models.DateField()
    payload = models.TextField()

    objects = GivenRows.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "day"], name="given_of_day")]

    def __str__(self) -> str:
        return f"given to person {self.person_id} on {self.day}"
