#include "web/ui/confirming.hpp"

#include "base/text.hpp"

namespace medskapa::web::ui {

Html confirm_field(const std::string& word, const std::string& hint, std::string_view typed,
    const Complaints& complaints, const Words& words) {
    return text_field({.name = confirm_name,
                          .label = words("Write {} to confirm", word),
                          .value = std::string{typed},
                          .hint = hint,
                          .autocomplete = "off",
                          .is_short = true},
        Input::text, complaints, words);
}

bool is_confirmed(const std::string& word, std::string_view typed) {
    return text::lower(text::one_line(typed)) == text::lower(word);
}

Complaint not_confirmed(const std::string& word) {
    return {confirm_name, N_("Write the word {}. It cannot be undone"), {word}};
}

}  // namespace medskapa::web::ui
