#include "domain/inspel/readability.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <cmath>

namespace medskapa {

int lix(std::string_view text) {
    constexpr int letters_of_long_word = 7;
    int words = 0;
    int long_words = 0;
    int sentences = 0;
    int letters = 0;           // of the word that is being read
    bool in_sentence = false;  // it has a word
    const auto end_word = [&] {
        if (letters == 0) return;
        ++words;
        if (letters >= letters_of_long_word) ++long_words;
        letters = 0;
        in_sentence = true;
    };
    const auto end_sentence = [&] {
        end_word();
        if (in_sentence) ++sentences;
        in_sentence = false;
    };
    for (std::int32_t at = 0; at < static_cast<std::int32_t>(text.size());) {
        UChar32 c = 0;
        U8_NEXT(text.data(), at, static_cast<std::int32_t>(text.size()), c);
        if (u_isalnum(c) != 0)
            ++letters;
        else if (c == '.' || c == '!' || c == '?' || c == ':' || c == '\n')
            end_sentence();
        else if (c != '-')
            end_word();
    }
    end_sentence();
    if (words == 0) return 0;
    return static_cast<int>(std::lround(static_cast<double>(words) / sentences + 100.0 * long_words / words));
}

}  // namespace medskapa
