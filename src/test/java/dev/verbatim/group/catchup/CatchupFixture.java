package dev.verbatim.group.catchup;

import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.ConfidenceThreshold;
import dev.verbatim.answer.Reranker;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.threads.Disentangler;
import dev.verbatim.reader.PassageReader;
import dev.verbatim.retrieval.PassageRetriever;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// CatchupFixture, a line a message, as tests write them: `Clara: Hello`, one a minute; `Clara >3:
/// Hello` replies to the third, and a line of digits lets so many minutes pass.
final class CatchupFixture {

    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    private CatchupFixture() {}

    static List<ChatMessage> chat(String... lines) {
        List<ChatMessage> messages = new ArrayList<>();
        Instant time = START;
        for (String line : lines) {
            if (line.chars().allMatch(Character::isDigit)) {
                time = time.plusSeconds(60 * Long.parseLong(line));
            } else {
                time = time.plusSeconds(60);
                messages.add(message(messages.size() + 1, time, line));
            }
        }
        return messages;
    }

    private static ChatMessage message(int id, Instant time, String line) {
        String head = line.substring(0, line.indexOf(':'));
        String[] parts = head.split(" >", 2);
        Long replyTo = parts.length > 1 ? Long.valueOf(parts[1]) : null;
        String text = line.substring(line.indexOf(':') + 1).strip();
        return new ChatMessage(id, 0, author(parts[0]), time, replyTo, text, Set.of(), List.of());
    }

    static Author author(String name) {
        return new Author("user" + name, name, null);
    }

    static CatchupGenerator catchupGenerator() {
        return catchupGenerator(PassageRetriever.EMPTY);
    }

    static CatchupGenerator catchupGenerator(PassageRetriever articles) {
        return new CatchupGenerator(
                new Disentangler(Disentangler.BALANCED),
                new Answerer(
                        articles, new Reranker(PassageReader.off()), ConfidenceThreshold.BALANCED),
                articles);
    }

    static Catchup catchup(String... lines) {
        return catchupGenerator().generate(chat(lines), null);
    }
}
