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
final class Cast {

    /// A place where somebody is named, or described by an office without a name (then `person` is
    /// missing): whoever a pronoun behind it may stand for.
    record Sighting(int position, int paragraph, @Nullable Person person, Gender gender) {}

    // More people of one surname than this are never told apart by it.
    private static final int NAMESAKES = 20;

    private final String text;
    private final Map<String, List<Person>> byLastName = new HashMap<>();
    private final Map<String, List<Person>> byOffice = new HashMap<>();
    private final List<Sighting> sightings = new ArrayList<>();

    private Cast(String text) {
        this.text = text;
    }

    static Cast of(String text, List<Sentence> sentences) {
        Cast cast = new Cast(text);
        List<Appearance> appearances =
                sentences.stream().flatMap(sentence -> Appearance.in(sentence).stream()).toList();
        cast.learn(appearances, true);
        cast.learn(appearances, false);
        cast.fillOffices();
        appearances.forEach(cast::sight);
        return cast;
    }

    /// In the order of the text.
    List<Sighting> sightings() {
        return List.copyOf(sightings);
    }

    /// Full names first, so that a surname that comes before its full name finds it.
    private void learn(List<Appearance> appearances, boolean full) {
        for (Appearance appearance : appearances) {
            Person person = appearance.name() == null ? null : as(appearance.name());
            if (person != null && person.isFullName() == full && (full || appearance.isPerson())) {
                remember(person);
            }
        }
    }

    private Person as(Mention.Name name) {
        TextSpan role = name.role();
        return new Person(oneLine(name.name()), role == null ? null : oneLine(role), name.gender());
    }

    private String oneLine(TextSpan words) {
        return String.join(" ", words.of(text).split("\\s+"));
    }

    private void remember(Person person) {
        List<Person> namesakes =
                byLastName.computeIfAbsent(key(person.lastName()), _ -> new ArrayList<>());
        int known = indexOf(person, namesakes);
        if (known < 0 && namesakes.size() < NAMESAKES) {
            namesakes.add(person);
        } else if (known >= 0) {
            namesakes.set(known, namesakes.get(known).with(person));
        }
    }

    /// -1 when nobody known can be meant, or it is not clear who.
    private static int indexOf(Person person, List<Person> namesakes) {
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
    private static boolean isSame(Person mentioned, Person known) {
        boolean sameStart =
                Inflection.stem(mentioned.firstName()).equals(Inflection.stem(known.firstName()));
        boolean surname = !mentioned.isFullName() || known.endsWith(mentioned.name());
        return (surname || sameStart) && mentioned.gender().fits(known.gender());
    }

    private static String key(String lastName) {
        return Inflection.stem(lastName);
    }

    /// Who is meant: with the full name and the role, wherever the article has them.
    Person person(Mention.Name name) {
        Person mentioned = as(name);
        List<Person> namesakes = byLastName.getOrDefault(key(mentioned.lastName()), List.of());
        int known = indexOf(mentioned, namesakes);
        return known < 0 ? mentioned : namesakes.get(known).with(mentioned);
    }

    /// The one person with that word in the role; missing when there is none or more than one.
    @Nullable Person inOffice(String word) {
        List<Person> holders = byOffice.getOrDefault(word, List.of());
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

    private void sight(Appearance appearance) {
        Mention.Name name = appearance.name();
        Person person = name == null ? null : person(name);
        if (person == null || appearance.isPerson() || isKnown(person)) {
            Gender gender = person == null ? appearance.gender() : person.gender();
            sightings.add(
                    new Sighting(appearance.position(), appearance.paragraph(), person, gender));
        }
    }

    private boolean isKnown(Person person) {
        return byLastName.getOrDefault(key(person.lastName()), List.of()).stream()
                .anyMatch(known -> known.equals(person) && (known.role() != null));
    }
}
