#include "base/secret/passphrase.hpp"

#include "base/digest.hpp"

#include <sodium.h>
#include <unicode/normalizer2.h>
#include <array>
#include <stdexcept>

namespace medskapa {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = std::size_t{19} * 1024 * 1024;

/// As NIST SP 800-63B asks: what is typed alike on another keyboard is the same passphrase.
std::string normalised(std::string_view typed) {
    UErrorCode failed = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFKCInstance(failed);
    if (U_FAILURE(failed)) throw std::runtime_error{"ICU has no normal form"};
    icu::UnicodeString text;
    form->normalize(
        icu::UnicodeString::fromUTF8({typed.data(), static_cast<int32_t>(typed.size())}), text, failed);
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

std::string made(std::string_view typed) {
    const auto passphrase = normalised(typed);
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), passphrase.data(), passphrase.size(), passes, memory,
            crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error{"There is no memory to hash a passphrase"};
    return hash.data();
}

bool is_made_of(std::string_view typed, const std::string& hash) {
    const auto passphrase = normalised(typed);
    return crypto_pwhash_str_verify(hash.c_str(), passphrase.data(), passphrase.size()) == 0;
}

/// Of a passphrase that nobody knows.
const std::string& hash_of_nobody() {
    static const auto hash = made(random_bytes(32));
    return hash;
}

/// Somebody's place among those who are let in, for as long as it lives.
class Turn {
public:
    Turn(std::mutex& counting, std::size_t& here, std::size_t most) : counting_{counting}, here_{here} {
        const std::lock_guard lock{counting_};
        has_ = here_ < most;
        if (has_) ++here_;
    }
    ~Turn() {
        const std::lock_guard lock{counting_};
        if (has_) --here_;
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    explicit operator bool() const { return has_; }

private:
    std::mutex& counting_;
    std::size_t& here_;
    bool has_ = false;
};

}  // namespace

std::optional<std::string> Passphrases::hash_of(std::string_view passphrase) {
    const Turn turn{counting_, here_, most_};
    if (!turn) return std::nullopt;
    const std::lock_guard alone{working_};
    return made(passphrase);
}

std::optional<bool> Passphrases::fits(std::string_view passphrase, const std::optional<std::string>& hash) {
    const auto& against = hash ? *hash : hash_of_nobody();
    const Turn turn{counting_, here_, most_};
    if (!turn) return std::nullopt;
    const std::lock_guard alone{working_};
    return is_made_of(passphrase, against) && hash;
}

}  // namespace medskapa
