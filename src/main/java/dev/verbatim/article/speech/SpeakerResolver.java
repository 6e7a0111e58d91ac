package dev.verbatim.article.speech;

import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.sentence.Lexicon;
import dev.verbatim.article.sentence.Lexicon.Gender;
import dev.verbatim.article.sentence.WordClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A resolver that finds the person a mention refers to, going through an article from its start.
///
/// A pronoun refers to the only person named before it in its paragraph or, when there is none, in
/// the nearest of the two paragraphs before; among several to the one who spoke last, if nobody has
/// been named since. In every other case the speaker stays unnamed. Holds the state of one article:
/// not to be shared.
final class SpeakerResolver {

    private static final Pattern BLANKS = Pattern.compile("\\s++");

    private static final int PARAGRAPHS_BACK = 2;
    // With more people before a pronoun than this, its person isn't clear anyway.
    private static final int OCCURRENCES_BACK = 40;

    private final String text;
    private final PersonIndex people;
    private final Lexicon lexicon;
    private final List<PersonIndex.Occurrence> occurrences;
    private final List<PersonIndex.Occurrence> seen = new ArrayList<>();
    private final Map<String, Gender> inferredGenders = new HashMap<>();
    // Cached, because a sentence with a thousand cues may have one subject for all of them.
    private final Map<Mention, Optional<NamedPerson>> resolved = new HashMap<>();
    private int next;
    private PersonIndex.@Nullable Occurrence lastSpeaker;

    SpeakerResolver(String text, PersonIndex people, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
        this.people = people;
        this.occurrences = people.occurrences();
    }

    /// To be called in the order of the text.
    @Nullable Speaker speaker(Mention mention, int paragraph) {
        int position = mention.span().start();
        advanceTo(position);
        NamedPerson person =
                mention instanceof Mention.Pronoun pronoun
                        ? antecedent(pronoun, paragraph)
                        : resolved.computeIfAbsent(mention, this::resolve).orElse(null);
        if (person == null || isPlace(person, mention)) {
            return null;
        }
        if (mayBePerson(person, mention)) {
            addSpeaker(person, mention, paragraph);
        }
        return person.speaker();
    }

    private Optional<NamedPerson> resolve(Mention mention) {
        return switch (mention) {
            case Mention.Name name -> Optional.of(people.person(name));
            case Mention.Description description -> Optional.ofNullable(described(description));
            case Mention.Pronoun _ -> Optional.empty();
        };
    }

    /// "Berlin said": a place is no speaker, and whose word it was isn't told.
    private boolean isPlace(NamedPerson person, Mention mention) {
        return mention instanceof Mention.Name
                && person.role() == null
                && !person.isFullName()
                && lexicon.has(WordClass.PLACE, person.name().toLowerCase(Locale.ROOT));
    }

    /// Whether "he" or "she" may refer to it: not to a ministry, a study or a newspaper.
    private boolean mayBePerson(NamedPerson person, Mention mention) {
        return switch (mention) {
            case Mention.Description description -> description.sort() == Mention.Sort.PERSON;
            case Mention.Name _ -> person.role() != null || !person.looksLikeGroup(lexicon);
            case Mention.Pronoun _ -> true;
        };
    }

    private void advanceTo(int position) {
        while (next < occurrences.size() && occurrences.get(next).position() < position) {
            seen.add(occurrences.get(next));
            next++;
        }
    }

    private void addSpeaker(NamedPerson person, Mention mention, int paragraph) {
        int end = mention.span().end();
        advanceTo(end);
        lastSpeaker = new PersonIndex.Occurrence(end, paragraph, person, person.gender());
        seen.add(lastSpeaker);
    }

    private @Nullable NamedPerson antecedent(Mention.Pronoun pronoun, int paragraph) {
        if (pronoun.plural()) {
            return null;
        }
        for (int back = 0; back <= PARAGRAPHS_BACK; back++) {
            List<PersonIndex.Occurrence> candidates =
                    candidates(pronoun.gender(), paragraph - back);
            if (!candidates.isEmpty()) {
                NamedPerson person = unambiguous(candidates);
                inferGender(person, pronoun.gender());
                return person;
            }
        }
        return null;
    }

    private void inferGender(@Nullable NamedPerson person, Gender gender) {
        if (person != null && gender != Gender.UNKNOWN) {
            inferredGenders.putIfAbsent(person.name(), gender);
        }
    }

    /// The people seen in a paragraph to whom such a pronoun may refer, the nearest first.
    private List<PersonIndex.Occurrence> candidates(Gender gender, int paragraph) {
        return seen.reversed().stream()
                .limit(OCCURRENCES_BACK)
                .filter(occurrence -> occurrence.paragraph() == paragraph)
                .filter(occurrence -> gender(occurrence).fits(gender))
                .toList();
    }

    private Gender gender(PersonIndex.Occurrence occurrence) {
        NamedPerson person = occurrence.person();
        return person == null
                ? occurrence.gender()
                : occurrence
                        .gender()
                        .or(inferredGenders.getOrDefault(person.name(), Gender.UNKNOWN));
    }

    private @Nullable NamedPerson unambiguous(List<PersonIndex.Occurrence> candidates) {
        NamedPerson nearest = candidates.getFirst().person();
        boolean alone = candidates.stream().allMatch(other -> isSame(nearest, other.person()));
        boolean spokeLast = candidates.getFirst().equals(lastSpeaker);
        return alone || spokeLast ? nearest : null;
    }

    private static boolean isSame(@Nullable NamedPerson one, @Nullable NamedPerson other) {
        return one != null && other != null && one.name().equals(other.name());
    }

    /// "The minister" is the only minister with a name; else the article's words are the name.
    private @Nullable NamedPerson described(Mention.Description description) {
        boolean definite = description.definiteness() == Mention.Definiteness.DEFINITE;
        if (definite && description.sort() == Mention.Sort.PERSON) {
            NamedPerson holder = people.byRoleWord(description.head().lower());
            if (holder != null) {
                return holder;
            }
        }
        if (description.definiteness() == Mention.Definiteness.DEPENDENT) {
            return null;
        }
        String words = String.join(" ", BLANKS.split(description.span().of(text)));
        return new NamedPerson(words, null, description.gender());
    }
}
