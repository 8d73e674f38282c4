#pragma once

#include "engine/openlog/audit/proof_file.hpp"
#include "engine/openlog/signing/checkpoint.hpp"
#include "engine/openlog/signing/key_chain.hpp"

namespace medskapa::openlog {

/// What opens a commitment: shows that it was made of this value, and of no other.
struct Opening {
    std::string label;
    std::string salt;  // 32 bytes
    std::string value;
};

/// Where a vote's commitment stands in the tree of its batch, whose root is in the entry. The leaves are the
/// commitments in order of their bytes.
struct BatchPlace {
    std::uint64_t index = 0;
    std::vector<Digest> proof;
};

/// A receipt's own part, which travels as the `extra` of a proof file. It says nothing by itself: all of it
/// is checked against the signed tree.
struct Receipt {
    std::string vkey;   // of the log, to be compared with one from elsewhere
    std::string entry;  // the bytes of the entry in the log
    std::vector<Opening> openings;
    std::optional<BatchPlace> vote;  // then the one opening is the vote's, with the label "vote"
};

std::string text_of(const Receipt&);
Result<Receipt> read_receipt(std::string_view extra);

/// Whose word is taken for the key that signed.
enum class KeySource { auditor, log, receipt };

struct ReceiptReport {
    std::uint64_t place = 0;
    Entry entry;
    SignedCheckpoint checkpoint;
    std::vector<Signer> signers;
    KeySource key_source = KeySource::auditor;
    std::vector<Opening> opened;         // each agrees with the entry
    bool words_agree = true;             // false: the words that can be read in the file are not those opened
    std::optional<Checkpoint> still_in;  // the log today, when it was asked, and it holds the same history
};

/// Checks a receipt: `text` is a proof file, or any text in which one begins a line. The key is one of
/// `trusted`; without any, the one that the log names; without a log, the one in the receipt. `log` may be
/// empty. Refuses a receipt that proves nothing, and says why: the entry is not in the signed tree, the
/// signature or an opening does not hold, the log of today has another history.
Result<ReceiptReport> check_receipt(
    std::string_view text, const std::vector<VerifierKey>& trusted, const Fetch& log);

}  // namespace medskapa::openlog
