package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Gender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The people an article names in its own words, and where.
///
/// A surname stands for the one full name that ends with it; when two do, for neither. Two people
/// who share all names are one to us.
final class PersonIndex {

    /// A place where somebody is named, or described by an office without a name (then `person` is
    /// missing): whoever a pronoun behind it may stand for.
    record Sighting(int position, int paragraph, @Nullable NamedPerson person, Gender gender) {}

    // More people of one surname than this are never told apart by it.
    private static final int NAMESAKES = 20;

    private final String text;
    private final Map<String, List<NamedPerson>> byLastName = new HashMap<>();
    private final Map<String, List<NamedPerson>> byOffice = new HashMap<>();
    private final List<Sighting> sightings = new ArrayList<>();

    private PersonIndex(String text) {
        this.text = text;
    }

    static PersonIndex of(String text, List<TokenizedSentence> sentences) {
        PersonIndex personIndex = new PersonIndex(text);
        List<EntityMention> appearances =
                sentences.stream()
                        .flatMap(sentence -> EntityMention.in(sentence).stream())
                        .toList();
        personIndex.learn(appearances, true);
        personIndex.learn(appearances, false);
        personIndex.fillOffices();
        appearances.forEach(personIndex::sight);
        return personIndex;
    }

    /// In the order of the text.
    List<Sighting> sightings() {
        return List.copyOf(sightings);
    }

    /// Full names first, so that a surname that comes before its full name finds it.
    private void learn(List<EntityMention> appearances, boolean full) {
        for (EntityMention entityMention : appearances) {
            NamedPerson person = entityMention.name() == null ? null : as(entityMention.name());
            if (person != null
                    && person.isFullName() == full
                    && (full || entityMention.isPerson())) {
                remember(person);
            }
        }
    }

    private NamedPerson as(Mention.Name name) {
        TextSpan role = name.role();
        return new NamedPerson(
                oneLine(name.name()), role == null ? null : oneLine(role), name.gender());
    }

    private String oneLine(TextSpan words) {
        return String.join(" ", words.of(text).split("\\s+"));
    }

    private void remember(NamedPerson person) {
        List<NamedPerson> namesakes =
                byLastName.computeIfAbsent(key(person.lastName()), _ -> new ArrayList<>());
        int known = indexOf(person, namesakes);
        if (known < 0 && namesakes.size() < NAMESAKES) {
            namesakes.add(person);
        } else if (known >= 0) {
            namesakes.set(known, namesakes.get(known).with(person));
        }
    }

    /// -1 when nobody known can be meant, or it is not clear who.
    private static int indexOf(NamedPerson person, List<NamedPerson> namesakes) {
        int found = -1;
        for (int at = 0; at < namesakes.size(); at++) {
            if (isSame(person, namesakes.get(at))) {
                if (found >= 0) {
                    return -1;
                }
                found = at;
            }
        }
        return found;
    }

    /// The shorter name is the end of the longer one, or both begin alike: "George Doe" and "George
    /// W. Doe".
    private static boolean isSame(NamedPerson mentioned, NamedPerson known) {
        boolean sameStart =
                NameInflection.stem(mentioned.firstName())
                        .equals(NameInflection.stem(known.firstName()));
        boolean surname = !mentioned.isFullName() || known.endsWith(mentioned.name());
        return (surname || sameStart) && mentioned.gender().fits(known.gender());
    }

    private static String key(String lastName) {
        return NameInflection.stem(lastName);
    }

    /// Who is meant: with the full name and the role, wherever the article has them.
    NamedPerson person(Mention.Name name) {
        NamedPerson mentioned = as(name);
        List<NamedPerson> namesakes = byLastName.getOrDefault(key(mentioned.lastName()), List.of());
        int known = indexOf(mentioned, namesakes);
        return known < 0 ? mentioned : namesakes.get(known).with(mentioned);
    }

    /// The one person with that word in the role; missing when there is none or more than one.
    @Nullable NamedPerson inOffice(String word) {
        List<NamedPerson> holders = byOffice.getOrDefault(word, List.of());
        return holders.size() == 1 ? holders.getFirst() : null;
    }

    private void fillOffices() {
        byLastName.values().stream()
                .flatMap(List::stream)
                .forEach(
                        person ->
                                person.offices()
                                        .forEach(
                                                office ->
                                                        byOffice.computeIfAbsent(
                                                                        office,
                                                                        _ -> new ArrayList<>())
                                                                .add(person)));
    }

    private void sight(EntityMention entityMention) {
        Mention.Name name = entityMention.name();
        NamedPerson person = name == null ? null : person(name);
        if (person == null || entityMention.isPerson() || isKnown(person)) {
            Gender gender = person == null ? entityMention.gender() : person.gender();
            sightings.add(
                    new Sighting(
                            entityMention.position(), entityMention.paragraph(), person, gender));
        }
    }

    private boolean isKnown(NamedPerson person) {
        return byLastName.getOrDefault(key(person.lastName()), List.of()).stream()
                .anyMatch(known -> known.equals(person) && (known.role() != null));
    }
}
