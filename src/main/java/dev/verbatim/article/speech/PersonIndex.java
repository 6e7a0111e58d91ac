package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Lexicon.Gender;
import dev.verbatim.article.speech.Mention.EntityMention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An index of the people that an article names in its own words, and of the places where it does.
///
/// A surname refers to the one full name that ends with it; when two do, to neither. Two people who
/// share all names count as one.
final class PersonIndex {

    private static final Pattern BLANKS = Pattern.compile("\\s++");

    /// A place where a person is named, or described by a role without a name (then `person` is
    /// missing): a candidate for the pronouns after it.
    record Occurrence(int position, int paragraph, @Nullable NamedPerson person, Gender gender) {}

    // More people with one surname than this are never told apart by it.
    private static final int MAX_NAMESAKES = 20;

    private final String text;
    private final Map<String, List<NamedPerson>> bySurname = new HashMap<>();
    private final Map<String, List<NamedPerson>> byRoleWord = new HashMap<>();
    private final List<Occurrence> occurrences = new ArrayList<>();

    private PersonIndex(String text) {
        this.text = text;
    }

    static PersonIndex of(String text, Stream<TokenizedSentence> sentences) {
        PersonIndex index = new PersonIndex(text);
        List<EntityMention> mentions =
                sentences.flatMap(sentence -> EntityMention.in(sentence).stream()).toList();
        // Full names first, so that a surname that comes before its full name finds it.
        index.addPeople(mentions, true);
        index.addPeople(mentions, false);
        index.indexRoles();
        mentions.forEach(index::addOccurrence);
        return index;
    }

    /// In the order of the text.
    List<Occurrence> occurrences() {
        return List.copyOf(occurrences);
    }

    private void addPeople(List<EntityMention> mentions, boolean fullNames) {
        for (EntityMention mention : mentions) {
            NamedPerson person = mention.name() == null ? null : mentioned(mention.name());
            if (person != null
                    && person.isFullName() == fullNames
                    && (fullNames || mention.isPerson())) {
                add(person);
            }
        }
    }

    private NamedPerson mentioned(Mention.Name name) {
        TextSpan role = name.role();
        return new NamedPerson(
                onOneLine(name.name()), role == null ? null : onOneLine(role), name.gender());
    }

    private String onOneLine(TextSpan words) {
        return String.join(" ", BLANKS.split(words.of(text)));
    }

    private void add(NamedPerson person) {
        List<NamedPerson> namesakes =
                bySurname.computeIfAbsent(person.surnameStem(), _ -> new ArrayList<>());
        int known = indexOf(person, namesakes);
        if (known < 0 && namesakes.size() < MAX_NAMESAKES) {
            namesakes.add(person);
        } else if (known >= 0) {
            namesakes.set(known, namesakes.get(known).or(person));
        }
    }

    /// -1 when nobody fits, or more than one.
    private static int indexOf(NamedPerson person, List<NamedPerson> namesakes) {
        int found = -1;
        for (int at = 0; at < namesakes.size(); at++) {
            if (person.mayMean(namesakes.get(at))) {
                if (found >= 0) {
                    return -1;
                }
                found = at;
            }
        }
        return found;
    }

    /// The person meant by a name, with full name and role where the article has them.
    NamedPerson person(Mention.Name name) {
        NamedPerson mentioned = mentioned(name);
        List<NamedPerson> namesakes = namesakes(mentioned);
        int known = indexOf(mentioned, namesakes);
        return known < 0 ? mentioned : namesakes.get(known).or(mentioned);
    }

    private List<NamedPerson> namesakes(NamedPerson person) {
        return bySurname.getOrDefault(person.surnameStem(), List.of());
    }

    /// The one person with this word in the role; missing when there is none or more than one.
    @Nullable NamedPerson byRoleWord(String word) {
        List<NamedPerson> holders = byRoleWord.getOrDefault(word, List.of());
        return holders.size() == 1 ? holders.getFirst() : null;
    }

    private void indexRoles() {
        for (List<NamedPerson> namesakes : bySurname.values()) {
            for (NamedPerson person : namesakes) {
                for (String word : person.roleWords()) {
                    byRoleWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(person);
                }
            }
        }
    }

    private void addOccurrence(EntityMention mention) {
        Mention.Name name = mention.name();
        NamedPerson person = name == null ? null : person(name);
        if (person == null || mention.isPerson() || isKnown(person)) {
            Gender gender = person == null ? mention.gender() : person.gender();
            occurrences.add(
                    new Occurrence(mention.position(), mention.paragraph(), person, gender));
        } else if (mention.isSubject() && person.isFullName()) {
            // Perhaps a person, so that a pronoun after it may not mean one named before.
            occurrences.add(
                    new Occurrence(mention.position(), mention.paragraph(), null, Gender.UNKNOWN));
        }
    }

    /// Whether something besides this mention shows that it is a person.
    private boolean isKnown(NamedPerson person) {
        boolean isPerson = person.role() != null || person.gender() != Gender.UNKNOWN;
        return isPerson && namesakes(person).contains(person);
    }
}
