package dev.verbatim.article.speech;

import dev.verbatim.article.Speaker;
import dev.verbatim.article.sentence.Gender;
import dev.verbatim.article.sentence.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells who a mention stands for, going through an article from its start.
///
/// A pronoun stands for the only person named before it in its paragraph, or in the nearest of the
/// two paragraphs before in which anybody is; among several for the one who spoke last, if nobody
/// was named since. In every other case nobody is named. Holds the state of one article: not to be
/// shared.
final class SpeakerResolver {

    private static final int PARAGRAPHS_BACK = 2;
    // More people than this between a pronoun and its paragraph's start, and it isn't clear anyway.
    private static final int SIGHTINGS_BACK = 40;

    private final String text;
    private final PersonIndex personIndex;
    private final Lexicon lexicon;
    private final List<PersonIndex.Sighting> ahead;
    private final List<PersonIndex.Sighting> seen = new ArrayList<>();
    private final Map<String, Gender> learned = new HashMap<>();
    // All that a sentence reports may be its subject's, and so may be asked a thousand times.
    private final Map<Mention, Optional<NamedPerson>> named = new HashMap<>();
    private int next;
    private PersonIndex.@Nullable Sighting lastSpeaker;

    SpeakerResolver(String text, PersonIndex personIndex, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
        this.personIndex = personIndex;
        this.ahead = personIndex.sightings();
    }

    /// To be asked in the order of the text.
    @Nullable Speaker speaker(Mention mention, int paragraph) {
        int position = mention.span().start();
        lookUpTo(position);
        NamedPerson person =
                mention instanceof Mention.Pronoun pronoun
                        ? antecedent(pronoun, paragraph)
                        : named.computeIfAbsent(mention, this::lookUp).orElse(null);
        if (person == null) {
            return null;
        }
        if (mayBePerson(person, mention)) {
            spoke(person, mention, paragraph);
        }
        return person.speaker();
    }

    private Optional<NamedPerson> lookUp(Mention mention) {
        return switch (mention) {
            case Mention.Name name -> Optional.of(personIndex.person(name));
            case Mention.Description description -> Optional.ofNullable(described(description));
            case Mention.Pronoun _ -> Optional.empty();
        };
    }

    /// Whom "he" and "she" may stand for: not a ministry, a study or a newspaper.
    private boolean mayBePerson(NamedPerson person, Mention mention) {
        return switch (mention) {
            case Mention.Description description -> description.sort() == Mention.Sort.PERSON;
            case Mention.Name _ -> person.role() != null || !person.looksLikeGroup(lexicon);
            case Mention.Pronoun _ -> true;
        };
    }

    private void lookUpTo(int position) {
        while (next < ahead.size() && ahead.get(next).position() < position) {
            seen.add(ahead.get(next));
            next++;
        }
    }

    private void spoke(NamedPerson person, Mention mention, int paragraph) {
        int end = mention.span().end();
        lookUpTo(end);
        lastSpeaker = new PersonIndex.Sighting(end, paragraph, person, person.gender());
        seen.add(lastSpeaker);
    }

    private @Nullable NamedPerson antecedent(Mention.Pronoun pronoun, int paragraph) {
        if (pronoun.plural()) {
            return null;
        }
        for (int back = 0; back <= PARAGRAPHS_BACK; back++) {
            List<PersonIndex.Sighting> rivals = rivals(pronoun.gender(), paragraph - back);
            if (!rivals.isEmpty()) {
                return learn(only(rivals), pronoun.gender());
            }
        }
        return null;
    }

    private @Nullable NamedPerson learn(@Nullable NamedPerson person, Gender gender) {
        if (person != null && gender != Gender.UNKNOWN) {
            learned.putIfAbsent(person.name(), gender);
        }
        return person;
    }

    /// Everybody seen in a paragraph whom such a pronoun may stand for, the nearest first.
    private List<PersonIndex.Sighting> rivals(Gender gender, int paragraph) {
        return seen.reversed().stream()
                .limit(SIGHTINGS_BACK)
                .filter(sighting -> sighting.paragraph() == paragraph)
                .filter(sighting -> genderOf(sighting).fits(gender))
                .toList();
    }

    private Gender genderOf(PersonIndex.Sighting sighting) {
        NamedPerson person = sighting.person();
        return person == null
                ? sighting.gender()
                : sighting.gender().or(learned.getOrDefault(person.name(), Gender.UNKNOWN));
    }

    private @Nullable NamedPerson only(List<PersonIndex.Sighting> rivals) {
        NamedPerson nearest = rivals.getFirst().person();
        boolean alone = rivals.stream().allMatch(rival -> isSame(nearest, rival.person()));
        boolean spokeLast = rivals.getFirst().equals(lastSpeaker);
        return alone || spokeLast ? nearest : null;
    }

    private static boolean isSame(@Nullable NamedPerson one, @Nullable NamedPerson other) {
        return one != null && other != null && one.name().equals(other.name());
    }

    /// "The minister" is the one minister with a name, or goes by the article's words.
    private @Nullable NamedPerson described(Mention.Description description) {
        boolean definite = description.definiteness() == Mention.Definiteness.DEFINITE;
        if (definite && description.sort() == Mention.Sort.PERSON) {
            NamedPerson holder = personIndex.inOffice(description.head().lower());
            if (holder != null) {
                return holder;
            }
        }
        if (description.definiteness() == Mention.Definiteness.DEPENDENT) {
            return null;
        }
        String words = String.join(" ", description.span().of(text).split("\\s+"));
        return new NamedPerson(words, null, description.gender());
    }
}
