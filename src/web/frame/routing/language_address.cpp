#include "web/frame/routing/language_address.hpp"

namespace medskapa::web {

LanguageAddress language_address(std::string_view path) {
    for (const auto language : all_languages()) {
        const auto prefix = language.prefix();
        if (prefix.empty() || !path.starts_with(prefix)) continue;
        const auto rest = path.substr(prefix.size());
        if (rest.empty()) return {language, "/"};
        if (rest.front() == '/') return {language, std::string{rest}};
    }
    return {Language::sv, std::string{path}};
}

std::string in_language(Language language, const std::string& path) {
    if (path == "/" && !language.prefix().empty()) return std::string{language.prefix()};
    return std::string{language.prefix()} + path;
}

}  // namespace medskapa::web
