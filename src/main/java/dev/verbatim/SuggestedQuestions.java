package dev.verbatim;

import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.playground.Playground;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The questions that the playground suggests to a new user: those written for a bundled article,
/// or else questions about the people quoted in an article, and one that no article answers.
final class SuggestedQuestions implements Consumer<ContentChange> {

    private static final int MAX_PER_ARTICLE = 4;
    private static final int MAX = 6;

    private final ResourceBundle written =
            ResourceBundle.getBundle("dev.verbatim.first-questions", Locale.ROOT);
    private final Map<String, List<String>> questions = new LinkedHashMap<>();
    private final Playground playground;

    SuggestedQuestions(Playground playground) {
        this.playground = playground;
    }

    @Override
    public void accept(ContentChange change) {
        switch (change) {
            case ContentChange.Published(var article) -> questions.put(article.id(), of(article));
            case ContentChange.Withdrawn(var id) -> questions.remove(id);
            case ContentChange.Settled(var ids) -> questions.keySet().retainAll(ids);
        }
        playground.setSuggestions(all());
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        questions.values().stream().flatMap(List::stream).limit(MAX).forEach(all::add);
        if (!all.isEmpty()) {
            all.add(written.getString("unanswered"));
        }
        return all;
    }

    private List<String> of(Article article) {
        if (written.containsKey(article.id())) {
            return written.getString(article.id()).lines().map(String::strip).toList();
        }
        return speakers(article)
                .map(name -> written.getString("speaker").replace("{name}", name))
                .limit(MAX_PER_ARTICLE)
                .toList();
    }

    private static Stream<String> speakers(Article article) {
        return article.quotations().stream()
                .map(quotation -> quotation.speaker())
                .filter(Objects::nonNull)
                .map(Speaker::name)
                .distinct();
    }
}
