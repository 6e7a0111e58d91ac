package dev.verbatim.article.library;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.verbatim.property.RandomSource;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// Every format of articles, on pieces of markup and on any text.
class ArticleFormatsFuzzTest {

    @BeforeAll
    static void makeFolder() throws IOException {
        ArticleReaderPropertiesIT.makeFolder();
    }

    @AfterAll
    static void removeFolder() throws IOException {
        ArticleReaderPropertiesIT.removeFolder();
    }

    @FuzzTest(maxDuration = "10m")
    void everyFileIsAnArticleOrIsRefused(FuzzedDataProvider data) {
        RandomSource random = RandomSource.of(data);
        String name = ArticleReaderPropertiesIT.names(random);
        String content =
                random.anyBoolean()
                        ? ArticleReaderPropertiesIT.anything(random)
                        : data.consumeRemainingAsString().replaceAll("[\\ud800-\\udfff]", "");

        ArticleReaderPropertiesIT.assertArticleOrRefusal(content, name);
    }
}
