#include "engine/regional/read/json/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace medskapa::regional::read {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

Result<nlohmann::json> read_json(std::string_view bytes) {
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    try {
        return nlohmann::json::parse(bytes);
    } catch (const nlohmann::json::parse_error& error) {
        const auto read = bytes.substr(0, std::min(error.byte, bytes.size()));
        const auto line = std::to_string(1 + std::count(read.begin(), read.end(), '\n'));
        return refuse(Failure::Kind::invalid,
            {{"line " + line, N_("Line {}: the file stops being JSON. Fetch it again; it may be cut off."),
                {line}}});
    } catch (const nlohmann::json::out_of_range&) {
        return refuse(Failure::Kind::invalid,
            {{"JSON", N_("The file holds a number that is too large for a computer. Correct it."), {}}});
    }
}

tl::unexpected<Failure> refuse_member(const std::string& name, const char* sentence) {
    return refuse(Failure::Kind::invalid, {{name, sentence, {name}}});
}

const nlohmann::json* member(const nlohmann::json& of, const char* name) {
    if (!of.is_object()) return nullptr;
    const auto found = of.find(name);
    return found == of.end() || found->is_null() ? nullptr : &*found;
}

std::string text_member(const nlohmann::json& of, const char* name) {
    const auto* found = member(of, name);
    return found != nullptr && found->is_string() ? found->get<std::string>() : std::string{};
}

}  // namespace medskapa::regional::read
