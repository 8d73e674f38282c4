#include "base/secret/passphrase.hpp"

#include "base/digest.hpp"

#include <sodium.h>
#include <array>
#include <stdexcept>

namespace medskapa {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = std::size_t{19} * 1024 * 1024;

std::string made(std::string_view passphrase) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), passphrase.data(), passphrase.size(), passes, memory,
            crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error{"There is no memory to hash a passphrase"};
    return hash.data();
}

bool is_made_of(std::string_view passphrase, const std::string& hash) {
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
