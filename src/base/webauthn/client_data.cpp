#include "base/webauthn/client_data.hpp"

#include "base/base64url.hpp"

#include <nlohmann/json.hpp>
#include <set>

namespace medskapa::webauthn {
namespace {

using nlohmann::json;

constexpr std::size_t longest = 4096;

/// Nothing unless it is an object, each of whose members stands once.
std::optional<json> object_in(std::string_view text) {
    if (text.size() > longest) return std::nullopt;
    std::set<std::string> names;
    bool is_once = true;
    const auto look = [&](int depth, json::parse_event_t event, json& parsed) {
        if (event == json::parse_event_t::key && depth == 1)
            is_once = is_once && names.insert(parsed.get<std::string>()).second;
        return true;
    };
    auto object = json::parse(text, look, false);
    if (!is_once || !object.is_object()) return std::nullopt;
    return object;
}

std::optional<std::string> text_of(const json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end() || !found->is_string()) return std::nullopt;
    return found->get<std::string>();
}

}  // namespace

std::optional<ClientData> read_client_data(std::string_view text) {
    const auto object = object_in(text);
    if (!object) return std::nullopt;
    const auto type = text_of(*object, "type");
    const auto challenge = from_base64url(text_of(*object, "challenge").value_or("="));
    const auto origin = text_of(*object, "origin");
    if (!type || !challenge || !origin) return std::nullopt;
    const auto crossed = object->find("crossOrigin");
    const bool is_crossed = crossed != object->end() && *crossed != json(false);
    return ClientData{*type, *challenge, *origin, is_crossed || object->contains("topOrigin")};
}

}  // namespace medskapa::webauthn
