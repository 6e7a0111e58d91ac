package dev.verbatim.group.threads;

import java.util.EnumMap;
import java.util.Map;

/// The clues about one candidate.
final class LinkFeatureVector {

    private static final Map<LinkFeature, Integer> PLACES = places();

    private final float[] values;

    LinkFeatureVector() {
        this(new float[PLACES.size()]);
    }

    private LinkFeatureVector(float[] values) {
        this.values = values;
    }

    LinkFeatureVector copy() {
        return new LinkFeatureVector(values.clone());
    }

    private static Map<LinkFeature, Integer> places() {
        Map<LinkFeature, Integer> places = new EnumMap<>(LinkFeature.class);
        for (LinkFeature linkFeature : LinkFeature.values()) {
            places.put(linkFeature, places.size());
        }
        return places;
    }

    LinkFeatureVector set(LinkFeature linkFeature, boolean value) {
        return set(linkFeature, value ? 1 : 0);
    }

    LinkFeatureVector set(LinkFeature linkFeature, double value) {
        values[PLACES.getOrDefault(linkFeature, 0)] = (float) value;
        return this;
    }

    /// Sets a count or a time, of which twice as much isn't twice as telling.
    ///
    /// @param much the logarithm of one more than what counts as 1
    LinkFeatureVector setLog(LinkFeature linkFeature, double value, double much) {
        return set(linkFeature, Math.log1p(value) / much);
    }

    /// @param feature its place in [LinkFeature#values()]
    float value(int feature) {
        return values[feature];
    }
}
