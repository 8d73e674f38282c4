#include "base/webauthn/answer.hpp"

#include "base/base64url.hpp"

#include <nlohmann/json.hpp>

namespace medskapa::webauthn {
namespace {

constexpr std::size_t longest = 32'768;

class Texts {
public:
    explicit Texts(std::string_view text) {
        if (text.size() <= longest) read_ = nlohmann::json::parse(text, nullptr, false);
    }
    std::optional<std::string> bytes(const char* name) const {
        if (!read_.is_object()) return std::nullopt;
        const auto found = read_.find(name);
        if (found == read_.end() || !found->is_string()) return std::nullopt;
        return from_base64url(found->get_ref<const std::string&>());
    }

private:
    nlohmann::json read_;
};

}  // namespace

std::optional<MadeAnswer> read_made_answer(std::string_view json) {
    const Texts texts{json};
    auto client = texts.bytes("clientDataJSON");
    auto attestation = texts.bytes("attestationObject");
    if (!client || !attestation) return std::nullopt;
    return MadeAnswer{*std::move(client), *std::move(attestation)};
}

std::optional<Assertion> read_assertion(std::string_view json) {
    const Texts texts{json};
    auto id = texts.bytes("id");
    auto client = texts.bytes("clientDataJSON");
    auto data = texts.bytes("authenticatorData");
    auto signature = texts.bytes("signature");
    auto handle = texts.bytes("userHandle");
    if (!id || !client || !data || !signature || !handle) return std::nullopt;
    return Assertion{
        *std::move(id), *std::move(client), *std::move(data), *std::move(signature), *std::move(handle)};
}

}  // namespace medskapa::webauthn
