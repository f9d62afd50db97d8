#include "documents/mail_address.hpp"

#include <doctest/doctest.h>

#include <string>

using peergroup::documents::MailAddress;

TEST_CASE("an address of mail is words, an at sign and a host name") {
    for (const char* const text : {"mari@example.org", "mari.virtanen+ryhma@posti.example.org", "o'neil_1@x-y.example.org"}) {
        CAPTURE(text);
        const auto address = MailAddress::parse(text);
        REQUIRE(address.has_value());
        CHECK(address->text() == text);
    }
    CHECK(MailAddress::parse("mari@posti.example.org")->domain() == "posti.example.org");
}

TEST_CASE("what could be taken for something else than one address is none") {
    for (const std::string& text : {std::string(""),
                                    std::string("mari"),
                                    std::string("@example.org"),
                                    std::string("mari@"),
                                    std::string("mari@example"),
                                    std::string("mari@example.org,eve@example.org"),
                                    std::string("mari@example.org\r\nBcc: eve@example.org"),
                                    std::string("mari@example.org "),
                                    std::string("Mari <mari@example.org>"),
                                    std::string("-oX/tmp/x@example.org"),
                                    std::string("ma ri@example.org"),
                                    std::string("mari..v@example.org"),
                                    std::string(".mari@example.org"),
                                    std::string("mari@-example.org"),
                                    std::string("mari@example..org"),
                                    std::string("mari@eve@example.org"),
                                    std::string("\"mari\"@example.org"),
                                    std::string("märi@example.org"),
                                    std::string("mari@exämple.org"),
                                    std::string("mari@[127.0.0.1]"),
                                    std::string("mari\0@example.org", 17),
                                    std::string(65, 'a') + "@example.org",
                                    "a@" + std::string(64, 'b') + ".org"}) {
        CAPTURE(text);
        CHECK_FALSE(MailAddress::parse(text).has_value());
    }
}
