TEST_CASE("one; two") {
}

TEST_CASE_FIXTURE(Fixture,
                  "three; four") {
}
