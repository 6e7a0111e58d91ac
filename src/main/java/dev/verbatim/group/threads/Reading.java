package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.threads.Threads.Link;
import dev.verbatim.group.threads.Transcript.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A chat that is being read: each message is linked before the next one is looked at, so that how
/// it was linked is a clue for what follows.
final class Reading {

    private final LineReader reader;
    private final Map<Long, Said> said = new HashMap<>();
    private final Map<Long, Transcript> topics = new HashMap<>();
    private final List<Link> links = new ArrayList<>();

    Reading(List<ChatMessage> messages) {
        reader = new LineReader(messages);
    }

    Turn turnOf(ChatMessage message) {
        Transcript topic = topics.computeIfAbsent(message.topic(), _ -> new Transcript());
        return new Turn(reader.read(message, topic.size()), topic);
    }

    Threads threads() {
        return Threads.of(links);
    }

    private void link(Turn turn, @Nullable Said parent, boolean certain) {
        ChatMessage message = turn.line.message();
        said.putIfAbsent(message.id(), turn.topic.add(turn.line, parent));
        links.add(new Link(message, parent == null ? null : parent.line().message(), certain));
    }

    /// A message that is to be linked.
    final class Turn {

        private final Line line;
        private final Transcript topic;

        private Turn(Line line, Transcript topic) {
            this.line = line;
            this.topic = topic;
        }

        /// Whether its author said what it answers. In a topic of a forum everything replies to the
        /// message that opened it, if to nothing else.
        boolean isReply() {
            ChatMessage message = line.message();
            Long to = message.replyTo();
            return to != null && (message.topic() == 0 || message.topic() != to);
        }

        /// Links it to what its author said, if that is here.
        void reply() {
            Said parent = said.get(line.message().replyTo());
            boolean here = parent != null && topic.has(parent);
            link(this, here ? parent : null, true);
        }

        /// Links it to what we suppose.
        void suppose(@Nullable Said parent) {
            link(this, parent, false);
        }

        /// All that it may answer, the nearest first, and before them that it answers nothing.
        List<Candidate> candidates() {
            Clues clues = new Clues(line, topic);
            List<Candidate> candidates = new ArrayList<>();
            candidates.add(new Candidate(null, clues.start()));
            for (Said earlier : topic.window()) {
                candidates.add(new Candidate(earlier, clues.answer(earlier)));
            }
            return candidates;
        }
    }

    /// What a message may answer.
    ///
    /// @param said missing when it may answer nothing
    record Candidate(@Nullable Said said, Evidence evidence) {

        /// What people mark: a message's own id when it answers nothing.
        long id(ChatMessage message) {
            return said == null ? message.id() : said.line().message().id();
        }

        boolean isIn(Strand strand) {
            return said != null && said.strand() == strand;
        }
    }
}
