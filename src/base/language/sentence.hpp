#pragma once

namespace medskapa {

/// Marks an English sentence for the translators and is that sentence. The words live in locale/.
constexpr const char* N_(const char* sentence) {
    return sentence;
}

/// An English sentence that locale/ translates. `context` distinguishes words that are one in English and
/// several in other languages; nullptr for none.
struct Label {
    const char* sentence = "";
    const char* context = nullptr;

    constexpr Label() = default;
    constexpr Label(const char* said) : sentence{said} {}
    constexpr Label(const char* in, const char* said) : sentence{said}, context{in} {}
};

/// Marks a sentence with its context: NC_("state", "Open").
constexpr Label NC_(const char* context, const char* sentence) {
    return {context, sentence};
}

}  // namespace medskapa
