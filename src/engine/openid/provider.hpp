#pragma once

#include "base/language/language.hpp"
#include "base/time.hpp"
#include "engine/openid/discovery.hpp"
#include "engine/openid/token.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace medskapa::openid {

/// Who vouches for people, what we are to it, and what we ask of it.
struct ProviderSettings {
    std::string name = {};           // "regionen": stands in addresses
    std::string issuer = {};         // as it writes itself, to the letter
    std::string client_id = {};      // what we are called there
    std::string client_secret = {};  // never in a log
    Localized label = {};            // "regionens konto"
    std::string scopes = "openid email";
    std::string person_claim = "sub";  // whose text is the person, for ever
    std::string address_claim = "email";
    std::vector<std::string> assurances = {};  // one of these acr is asked for; none: any
    std::string domain = {};                   // of addresses that may come in; empty: any
    bool trusts_addresses = false;  // a verified address of the domain is the account with that address
    std::string trusted = {};       // a file of certificates to trust in place of the system's
};

/// What is sent to a provider: a form, or nothing where it is asked for what lies there.
struct Request {
    std::string url;
    std::string form = {};
    std::string authorization = {};  // a header's value; never in a log
    std::string trusted = {};        // as ProviderSettings::trusted
};
struct Answer {
    int status = 0;
    std::string body = {};
};
/// Sends it and waits, a few seconds at most and for a bounded answer, following no redirect. Throws
/// std::runtime_error with a sentence when there is none.
using Ask = std::function<Answer(const Request&)>;

/// Thrown by an Ask when enough others wait already.
struct Busy {};
/// The same, for so many at once.
Ask at_most(std::size_t at_once, Ask);

/// One sign-in on its way: what was said to the provider, and what only this browser knows.
struct Attempt {
    std::string state;
    std::string nonce;
    std::string verifier;  // of PKCE
    /// The person must show anew who they are, from this moment on; else when they did is asked for.
    std::optional<Instant> proved_since = {};
};
Attempt new_attempt();

/// Whom the provider vouches for.
struct Person {
    std::string subject;       // unlike anybody else's of this provider
    std::string address = {};  // empty: none is said
    bool has_verified_address = false;
    std::optional<Instant> authenticated = {};  // when they showed who they are
    std::string assurance = {};                 // acr
};

/// A provider, with what it has said of itself and its keys, kept for a while. For many threads.
class Provider {
public:
    Provider(ProviderSettings, Ask);

    const ProviderSettings& settings() const { return settings_; }

    /// Where the browser goes to sign in, and comes back from to `return_to`.
    Outcome<std::string> sign_in_address(const Attempt&, const std::string& return_to, Instant now) const;

    /// Who has come back with the code. `said_issuer`: the `iss` of the answer, where it has one.
    Outcome<Person> person_of(const std::string& code, const Attempt&, const std::string& return_to,
        const std::optional<std::string>& said_issuer, Instant now) const;

    /// What it says of itself, asked for anew.
    Outcome<Discovery> look() const;

private:
    struct Kept;
    struct Codes {
        std::string id_token;
        std::string access_token;
    };

    Outcome<Answer> ask(Request) const;
    Outcome<Discovery> discovery(Instant now) const;
    Outcome<std::vector<PublicKey>> keys(const Discovery&, Instant now, bool anew) const;
    Outcome<PublicKey> key_of(const Token&, const Discovery&, Instant now) const;
    Outcome<Codes> exchange(
        const Discovery&, const std::string& code, const Attempt&, const std::string& return_to) const;
    Outcome<Claims> with_userinfo(const Discovery&, Claims, const Codes&) const;
    Outcome<Person> person_in(const Claims&) const;

    ProviderSettings settings_;
    Ask ask_;
    std::shared_ptr<Kept> kept_;
};

}  // namespace medskapa::openid
